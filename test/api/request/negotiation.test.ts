/** What clients may say in Accept, Accept-Encoding and If-None-Match. */

import { expect, test } from 'vitest';
import { isUnchanged, responseTypeFor, takesGzip } from '../../../api/request/negotiation.ts';

test.each<[accept: string | undefined, type: string | undefined]>([
  [undefined, 'application/graphql-response+json'],
  ['*/*', 'application/json'],
  ['application/*', 'application/json'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
  ['application/json, text/html;q=0', 'application/json'],
  ['application/json, text/html;q=0.1', 'application/json'],
  ['text/html;q=0', undefined],
  ['application/json;x="text/html"', 'application/json'],
  ['APPLICATION/JSON ; q=1.0', 'application/json'],
  [
    'application/graphql-response+json, application/json;q=0.9',
    'application/graphql-response+json',
  ],
  ['application/json;q=0.5, application/graphql-response+json;q=0.4', 'application/json'],
  ['text/event-stream, application/json', 'application/json'],
  ['text/event-stream, multipart/mixed', undefined],
  ['*/*;q=0.1, application/json;q=0', 'application/graphql-response+json'],
  ['image/png', undefined],
  [';;,', undefined],
])('Accept %s', (accept, type) => {
  expect(responseTypeFor(accept, true)).toBe(type);
});

test('a page is for GET alone', () => {
  expect(responseTypeFor('text/html', false)).toBeUndefined();
});

test.each<[header: string | undefined, isTaken: boolean]>([
  [undefined, false],
  ['gzip', true],
  ['br, GZIP ; q=0.5', true],
  ['gzip;q=0', false],
  ['gzip;q=0.000, *', false],
  ['*', true],
  ['*;q=0', false],
  ['identity, gzip;q=0.5', false],
  ['identity;q=0, gzip;q=0.1', true],
  ['br', false],
])('Accept-Encoding %s', (header, isTaken) => {
  expect(takesGzip(header)).toBe(isTaken);
});

test.each<[header: string, isSame: boolean]>([
  ['W/"1"', true],
  ['"1"', true],
  ['"2", W/"1"', true],
  ['*', true],
  ['"2"', false],
])('If-None-Match %s', (header, isSame) => {
  expect(isUnchanged(header, 'W/"1"')).toBe(isSame);
});
