// Keeps zod from probing `new Function`, which the content policy would report; imported before anything that builds a schema.
import { config } from 'zod';

config({ jitless: true });
