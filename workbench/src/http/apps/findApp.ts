import type { AppHost } from '../../engine/AppHost';
import type { AppView } from '../../engine/AppView';
import { HttpError } from '../HttpError';

/** The installed app. @throws HttpError 404 in Rocket.Chat's words. */
export async function findApp(apps: AppHost, id: string | undefined): Promise<AppView> {
  const app = id ? await apps.get(id) : undefined;
  if (!app) throw HttpError.notFound(`No App found by the id of: ${id}`);
  return app;
}
