/** Fields of CSV: quotes, and the guard against formulas. */

import { describe, expect, it } from 'vitest';
import { csvCell, csvLines } from '../../../core/render/csv-lines.ts';

describe('csvCell', () => {
  it.each<[string | number, string]>([
    ['', ''],
    ['plain', 'plain'],
    ['a=b', 'a=b'],
    ['*', '*'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    [-1, '-1'],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['\n=1', '"\'\n=1"'],
    ['=1,"2"', '"\'=1,""2"""'],
    ['a, "b"', '"a, ""b"""'],
    ['two\nlines', '"two\nlines"'],
  ])('%j is %j', (value, cell) => expect(csvCell(value)).toBe(cell));
});

it('ends each row with CRLF', () => {
  expect(csvLines([['a', 1], ['=b']])).toBe("a,1\r\n'=b\r\n");
});
