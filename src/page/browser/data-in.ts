/** The data in an element, which this program wrote; undefined without such an element. */
export function dataIn<Data>(id: string): Data | undefined {
  const text = document.getElementById(id)?.textContent;
  return text ? (JSON.parse(text) as Data) : undefined;
}
