/**
 * Plain data, copied. A text that was cut from a file keeps the whole file in memory; its copy does not.
 *
 * @param value what JSON can express, without anything undefined in a list
 */
export const detached = <Data>(value: Data): Data => JSON.parse(JSON.stringify(value)) as Data;
