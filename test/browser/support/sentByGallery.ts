import type { Page } from 'playwright-core';

/** An interaction that the gallery's page has sent; the fields that tests look at. */
export interface SentInteraction {
  type: string;
  actionId?: string;
  rid?: string;
  payload: {
    value?: unknown;
    isCleared?: boolean;
    view?: { state?: Record<string, Record<string, unknown>> };
  };
}

/** Everything that the gallery has sent to its app, oldest first. */
export async function sentByGallery(page: Page): Promise<SentInteraction[]> {
  return JSON.parse((await page.locator('#sent').textContent()) ?? '[]') as SentInteraction[];
}
