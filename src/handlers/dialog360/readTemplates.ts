import { AppError } from '../errors/AppError';
import type { Connection } from './Connection';
import { readGraphTemplates } from './readGraphTemplates';
import { readLegacyTemplates } from './readLegacyTemplates';
import type { TemplateList } from './TemplateList';

/** How an API says that a family of calls is not there, or not any more; 360dialog's own gateway calls it blocked. */
const GONE = [404, 405, 410, 501];

/**
 * All templates of the number's account, by the older of 360dialog's two APIs where it still answers, else by the newer.
 * @throws AppError as every call
 */
export async function readTemplates(connection: Connection): Promise<TemplateList> {
  try {
    return await readLegacyTemplates(connection);
  } catch (error) {
    if (error instanceof AppError && (GONE.includes(error.status ?? 0) || error.key === 'errors:endpointBlocked')) {
      return readGraphTemplates(connection);
    }
    throw error;
  }
}
