/** Builds the page ahead of the first start; see `scripts/prepare.mjs`. */
import { buildPage } from './http/page/buildPage';
import { ownPage } from './http/page/ownPage';

await buildPage(ownPage, new AbortController().signal);
