/** /schema.graphql: the schema of the API, for code generators. */

import type { APIRoute } from 'astro';
import sdl from '../../../api/schema.graphql?raw';

export const GET: APIRoute = () => new Response(sdl);
