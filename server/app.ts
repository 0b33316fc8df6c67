// The Express application: logging, security headers, checks, the API, the built page, problem documents.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import compression from 'compression';
import express, { type Express, type Router } from 'express';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import type { AccessConfig } from './config.ts';
import { apiRouter } from './routes/api.ts';
import { checkContentType, checkDepth, checkHost, checkOrigin, refuseProxies } from './routes/checks.ts';
import type { RouteContext } from './routes/context.ts';
import { pageRoute } from './routes/page.ts';
import { linesType } from './routes/lines.ts';
import { notFound, problemHandler } from './routes/problems.ts';
import { startingRouter } from './routes/starting.ts';

/** What every application is made of, whatever answers under `/api`. */
export interface ShellContext extends Pick<RouteContext, 'log' | 'version' | 'gate'> {
  /** By which names and through how many proxies it is reached. */
  readonly access: Pick<AccessConfig, 'allowedHosts' | 'token' | 'trustedHops'>;
  /** Folder of the built page; its `index.html` is what a browser gets. */
  readonly pageFolder: string;
}

/** What the application is made of. */
export type AppContext = ShellContext & RouteContext;

const largestBody = '2mb';

/** Nothing inline, nothing from other hosts; canvas pictures and downloads are blobs and data addresses. The page adds a nonce for styles. */
const contentPolicy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'font-src': ["'self'"],
  'manifest-src': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

/** The application; it listens nowhere yet. */
export function createApp(context: AppContext): Express {
  return createShell(context, apiRouter(context));
}

/** What answers until the database is there: the page, and for everything else that it is being started. */
export function createStartingApp(context: ShellContext): Express {
  return createShell(context, startingRouter(context));
}

function createShell(context: ShellContext, api: Router): Express {
  const app = express();
  app.disable('x-powered-by').set('etag', false).set('trust proxy', context.access.trustedHops);
  app.use(
    pinoHttp({
      logger: context.log,
      genReqId: (_request, response) => {
        const id = randomUUID();
        response.setHeader('X-Request-Id', id);
        return id;
      },
      serializers: { req: ({ id, method, url }) => ({ id, method, url }), res: ({ statusCode }) => ({ statusCode }) },
      customLogLevel: (_request, response, error) =>
        error !== undefined || response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'warn' : 'info',
    }),
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: contentPolicy },
      strictTransportSecurity: false,
    }),
    checkHost(context.access.allowedHosts),
    ...(context.access.token === undefined ? [refuseProxies] : []),
    checkOrigin,
    // On the machine's own network a quick answer matters more than a small one.
    compression({ level: 1, filter: isCompressible }),
  );
  app.use('/api', noStore, context.gate.check, checkContentType, express.json({ limit: largestBody }), checkDepth);
  app.use(api);
  app.use('/api', notFound);
  addPage(app, context.pageFolder);
  app.use(notFound);
  app.use(problemHandler);
  return app;
}

/** What the library would compress, and lines of JSON, which it does not know. */
function isCompressible(request: express.Request, response: express.Response): boolean {
  return compression.filter(request, response) || String(response.getHeader('Content-Type')).startsWith(linesType);
}

const noStore: express.RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

function addPage(app: Express, folder: string): void {
  app.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }));
  app.use(express.static(folder, { index: false, maxAge: 0, cacheControl: false, setHeaders: revalidate }));
  app.get(
    '/',
    pageRoute(join(folder, 'index.html'), (nonce) => ({ ...contentPolicy, 'style-src': ["'self'", nonce] })),
  );
}

function revalidate(response: express.Response): void {
  response.set('Cache-Control', 'no-cache');
}
