import type { IOAuthApp } from '@rocket.chat/apps-engine/definition/accessors/IOAuthApp';
import { OAuthAppsBridge } from '@rocket.chat/apps-engine/server/bridges/OAuthAppsBridge';
import { refuse } from './refuse';

export class WorkbenchOAuthAppsBridge extends OAuthAppsBridge {
  protected async create(): Promise<string> {
    return refuse('OAuthAppsBridge', 'create');
  }

  protected async getById(): Promise<IOAuthApp> {
    return refuse('OAuthAppsBridge', 'getById');
  }

  protected async getByName(): Promise<IOAuthApp[]> {
    return refuse('OAuthAppsBridge', 'getByName');
  }

  protected async update(): Promise<void> {
    refuse('OAuthAppsBridge', 'update');
  }

  protected async delete(): Promise<void> {
    refuse('OAuthAppsBridge', 'delete');
  }

  protected async purge(): Promise<void> {
    refuse('OAuthAppsBridge', 'purge');
  }
}
