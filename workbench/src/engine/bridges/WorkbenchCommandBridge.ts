import type { ISlashCommand } from '@rocket.chat/apps-engine/definition/slashcommands/ISlashCommand';
import { CommandBridge } from '@rocket.chat/apps-engine/server/bridges/CommandBridge';
import { refuse } from './refuse';

/** A slash command and the app that gave it. */
export type RegisteredCommand = Pick<
  ISlashCommand,
  'command' | 'i18nParamsExample' | 'i18nDescription' | 'permission' | 'providesPreview'
> & { appId: string };

/** Apps' slash commands. The workbench has none of its own, so there is nothing to change or to switch off. */
export class WorkbenchCommandBridge extends CommandBridge {
  readonly #commands = new Map<string, RegisteredCommand>();

  list(): RegisteredCommand[] {
    return [...this.#commands.values()];
  }

  find(command: string): RegisteredCommand | undefined {
    return this.#commands.get(command.toLowerCase().trim());
  }

  protected async doesCommandExist(command: string): Promise<boolean> {
    return this.find(command) !== undefined;
  }

  protected async enableCommand(command: string): Promise<void> {
    refuse('CommandBridge', `enableCommand("${command}")`);
  }

  protected async disableCommand(command: string): Promise<void> {
    refuse('CommandBridge', `disableCommand("${command}")`);
  }

  protected async modifyCommand(command: ISlashCommand): Promise<void> {
    refuse('CommandBridge', `modifyCommand("${command.command}")`);
  }

  protected async registerCommand(command: ISlashCommand, appId: string): Promise<void> {
    this.#commands.set(command.command.toLowerCase().trim(), { ...command, appId });
  }

  protected async unregisterCommand(command: string): Promise<void> {
    this.#commands.delete(command.toLowerCase().trim());
  }
}
