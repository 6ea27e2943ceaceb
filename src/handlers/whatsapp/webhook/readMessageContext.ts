import * as v from 'valibot';
import { tolerant } from './tolerant';
import type { MessageContext, Referral } from './WebhookEvent';

const schema = tolerant.object({
  context: tolerant.object({
    id: tolerant.word,
    forwarded: tolerant.flag,
    frequently_forwarded: tolerant.flag,
    referred_product: tolerant.object({ catalog_id: tolerant.word, product_retailer_id: tolerant.word }),
  }),
  referral: tolerant.object({
    source_url: tolerant.word,
    source_id: tolerant.word,
    source_type: tolerant.term,
    headline: tolerant.word,
    body: tolerant.word,
    image_url: tolerant.word,
    thumbnail_url: tolerant.word,
    ctwa_clid: tolerant.word,
  }),
});

/** What a message refers to, and the ad that it came through; each only where it says something. */
export function readMessageContext(message: unknown): { context?: MessageContext; referral?: Referral } {
  const { context, referral } = v.parse(schema, message) ?? {};
  const { product_retailer_id: productId, catalog_id: catalogId } = context?.referred_product ?? {};
  return {
    context: unlessEmpty({
      wamid: context?.id,
      forwarded: context?.frequently_forwarded ? 'often' : context?.forwarded ? 'once' : undefined,
      referredProduct: unlessEmpty({ catalogId, productId }),
    }),
    referral: unlessEmpty({
      sourceUrl: referral?.source_url,
      sourceId: referral?.source_id,
      sourceType: referral?.source_type,
      headline: referral?.headline,
      body: referral?.body,
      imageUrl: referral?.image_url ?? referral?.thumbnail_url,
      clickId: referral?.ctwa_clid,
    }),
  };
}

function unlessEmpty<T extends object>(parts: T): T | undefined {
  return Object.values(parts).some((part: unknown) => part !== undefined) ? parts : undefined;
}
