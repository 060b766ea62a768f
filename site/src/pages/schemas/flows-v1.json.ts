/** /schemas/flows-v1.json: the JSON Schema of apim-atlas.flows.yaml, for editors. */

import type { APIRoute } from 'astro';
import { flowsFileSchema } from '../../../../core/validate/own-flows/flows-shape.ts';

export const GET: APIRoute = () => new Response(`${JSON.stringify(flowsFileSchema(), null, 2)}\n`);
