import { addressText } from '../../text/escape-controls.ts';

/** An address that a page may lead to: of the web, without a user's name, in plain characters; else undefined. */
export function safeAddress(address: string | undefined): string | undefined {
  if (address === undefined || !/^https?:\/\/[^/]/i.test(address)) return undefined;
  const text = addressText(address);
  try {
    const { protocol, username, password } = new URL(text);
    const isOfTheWeb = protocol === 'http:' || protocol === 'https:';
    return isOfTheWeb && username === '' && password === '' ? text : undefined;
  } catch {
    return undefined;
  }
}
