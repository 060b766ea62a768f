/** /data/v1/regions/westeurope/control-plane.txt and the others: a list that a firewall can load. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { type AddressList, addressLists } from '../../../../../data-files/address-lists.ts';

export const getStaticPaths = (() =>
  addressLists.map((list) => ({
    params: { name: list.region.name },
    props: { list },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ list: AddressList }> = ({ props: { list } }) =>
  new Response(`${list.prefixes.join('\n')}\n`);
