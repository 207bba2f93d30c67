/** The median; for an even number of values, the mean of the middle two. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The least and the greatest number: `1.23..4.56`. */
export function spread(numbers, text) {
  return `${text(Math.min(...numbers))}..${text(Math.max(...numbers))}`;
}

/** A number with at least three significant digits: 1.23, 12.3, 123, 12,345. */
export function grouped(number) {
  if (number < 10) return number.toFixed(2);
  if (number < 100) return number.toFixed(1);
  return number.toFixed(0).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
