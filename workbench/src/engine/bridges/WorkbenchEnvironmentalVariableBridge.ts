import { EnvironmentalVariableBridge } from '@rocket.chat/apps-engine/server/bridges/EnvironmentalVariableBridge';

/** Environment variables: the real server lets apps read only those that it is told to, and by itself none. */
export class WorkbenchEnvironmentalVariableBridge extends EnvironmentalVariableBridge {
  protected async getValueByName(name: string): Promise<string | undefined> {
    throw new Error(`The environmental variable "${name}" is not readable.`);
  }

  protected async isReadable(): Promise<boolean> {
    return false;
  }

  protected async isSet(name: string): Promise<boolean> {
    throw new Error(`The environmental variable "${name}" is not readable.`);
  }
}
