// Icons as images that the canvas can draw: SVG of our own making in a data address, coloured, cached.
import drawings from 'virtual:icons';

const images = new Map<string, string>();

/** The icon in a colour as a `data:` address; an empty text where there is no such icon. */
export function iconImage(icon: string, colour: string): string {
  const key = `${icon} ${colour}`;
  const known = images.get(key);
  if (known !== undefined) return known;
  const image = imageOf(icon, colour);
  images.set(key, image);
  return image;
}

function imageOf(icon: string, colour: string): string {
  const drawing = drawings[icon];
  if (drawing === undefined) return '';
  const marks = drawing.map(([tag, attributes]) => `<${tag} ${attributesOf(attributes)}/>`).join('');
  const frame = attributesOf({
    xmlns: 'http://www.w3.org/2000/svg',
    width: '96',
    height: '96',
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: colour,
    'stroke-width': '2.1',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
  return `data:image/svg+xml;utf8,${encodeURIComponent(`<svg ${frame}>${marks}</svg>`)}`;
}

function attributesOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
}
