// Prints the hashes of one picture as SVG and PNG, for comparing processes with different surroundings.
import { createHash } from 'node:crypto';
import { renderPicture } from '../../../server/snapshot/picture.ts';
import { makeRequest } from './make-request.ts';

for (const format of ['svg', 'png'] as const) {
  const { bytes } = await renderPicture(makeRequest({ format, lang: 'de' }));
  console.log(createHash('sha256').update(bytes).digest('hex'));
}
