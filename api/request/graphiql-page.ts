/** GraphiQL at /graphql: a short page that loads files of the site, which scripts/graphiql.ts writes. */

import type { ApiResponse } from './api-request.ts';
import { graphiqlHeaders } from './headers.ts';

const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>APIM Network Atlas</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/graphiql/graphiql.css">
<link rel="stylesheet" href="/graphiql/bar.css">
</head>
<body id="body" class="no-focus-outline">
<noscript>GraphiQL needs JavaScript. The API works without it: POST a query to /graphql.</noscript>
<div class="atlas-bar">
<a href="/reference/">GraphQL reference</a>
<button type="button" id="share">Copy link to this query</button>
<span id="share-status" role="status"></span>
</div>
<div id="root"></div>
<script src="/graphiql/graphiql.js"></script>
<script src="/graphiql/start.js"></script>
</body>
</html>
`;

export const graphiqlPage: ApiResponse = {
  status: 200,
  headers: graphiqlHeaders,
  text: html,
  isCacheable: true,
};
