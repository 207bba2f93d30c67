type Triple = readonly [number, number, number];

/** The linear components of a colour such as `#14497f` or `#fff`, from 0 to 1. */
function linear(colour: string): Triple {
  const digits = colour.slice(1);
  const pairs = digits.length === 3 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0] = pairs.map((pair) => {
    const share = Number.parseInt(pair, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return [red, green, blue];
}

/** The contrast of two colours as WCAG 2 defines it, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [a, b].map((colour) => luminance(linear(colour))).sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

const luminance = ([red, green, blue]: Triple): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

type Matrix = readonly [Triple, Triple, Triple];

/** Kinds of vision as matrices over linear components: Machado, Oliveira and Fernandes 2009, severity 1. */
export const visions = {
  'usual vision': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Readonly<Record<string, Matrix>>;

/** How different two colours look (CIE 1976). */
export function difference(a: string, b: string, vision: keyof typeof visions): number {
  const [from, to] = [a, b].map((colour) => lab(seen(linear(colour), visions[vision]))) as [Triple, Triple];
  return Math.hypot(from[0] - to[0], from[1] - to[1], from[2] - to[2]);
}

const seen = (colour: Triple, matrix: Matrix): Triple =>
  matrix.map((row) => Math.min(1, Math.max(0, dot(row, colour)))) as unknown as Triple;

const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** CIE L*a*b* for the white of daylight, D65. */
function lab(colour: Triple): Triple {
  const rows: Matrix = [
    [0.4124564, 0.3575761, 0.1804375],
    [0.2126729, 0.7151522, 0.072175],
    [0.0193339, 0.119192, 0.9503041],
  ];
  const white: Triple = [0.95047, 1, 1.08883];
  const [x = 0, y = 0, z = 0] = rows.map((row, index) => {
    const share = dot(row, colour) / (white[index] ?? 1);
    return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116;
  });
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
