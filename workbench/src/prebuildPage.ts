/** Builds the page ahead of the first start; see `scripts/prepare.mjs`. */
import { buildPage, ownPage } from './http/page/buildPage';

await buildPage(ownPage, new AbortController().signal);
