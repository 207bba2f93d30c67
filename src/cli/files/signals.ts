const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * The result of an action in whose synchronous parts no signal interrupts it: what is begun there is done when the
 * signal ends the process.
 */
export async function uninterrupted<T>(act: () => Promise<T>): Promise<T> {
  const end = (signal: NodeJS.Signals): void => {
    release();
    process.kill(process.pid, signal);
  };
  const release = (): void => {
    for (const signal of signals) process.off(signal, end);
  };
  for (const signal of signals) process.on(signal, end);
  try {
    return await act();
  } finally {
    // A signal that has come meanwhile is delivered between these two.
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    release();
  }
}
