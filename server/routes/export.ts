// The picture of what is on a canvas, as a file to save.
import type { Router } from 'express';
import { exportPicture } from '../contract/export.ts';
import type { RouteContext } from './context.ts';
import { respond, route } from './route.ts';

/** `POST /api/export`: an attachment under a policy of its own, so that nothing in it can run. */
export function addExport(router: Router, { exporter }: RouteContext): void {
  route(router, exportPicture, async ({ body, signal }) => {
    const { contentType, bytes, fileName } = await exporter.render(body, signal);
    return respond({
      raw: bytes,
      headers: {
        'Content-Type': contentType,
        'Content-Disposition': `attachment; filename="${fileName}"`,
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; font-src data:; sandbox",
        'X-Content-Type-Options': 'nosniff',
      },
    });
  });
}
