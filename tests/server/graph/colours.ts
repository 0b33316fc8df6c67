// Measures colours: contrast after WCAG 2, and how far two are apart for eyes that see colours differently.

type Triple = readonly [number, number, number];

function linear(hex: string): Triple {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** Contrast of two colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const luminance = ([red, green, blue]: Triple) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const [low, high] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

// G. M. Machado et al., "A physiologically-based model for simulation of color vision deficiency", 2009, severity 1.
const matrices = {
  'full colour sight': [
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
} as const;

/** The ways of seeing that are simulated. */
export const blindnesses = Object.keys(matrices) as (keyof typeof matrices)[];

/** Distance in OKLab as that eye sees it; about 0.02 can just be noticed. */
export function differenceFor(blindness: keyof typeof matrices, a: string, b: string): number {
  const seen = (hex: string) => oklab(times(matrices[blindness], linear(hex)));
  const [first, second] = [seen(a), seen(b)];
  return Math.hypot(...first.map((value, index) => value - (second[index] ?? 0)));
}

function times(matrix: readonly Triple[], [x, y, z]: Triple): Triple {
  const row = (index: number) => {
    const [a, b, c] = matrix[index] ?? [0, 0, 0];
    return Math.min(1, Math.max(0, a * x + b * y + c * z));
  };
  return [row(0), row(1), row(2)];
}

function oklab([red, green, blue]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
