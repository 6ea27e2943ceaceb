import type { MetaRefusal } from '../../errors/MetaRefusal';
import { isObject } from '../../json/isObject';
import type { CheckMessage } from '../CheckMessage';
import { checkText } from '../checks/checkText';
import { firstRefusal } from '../checks/firstRefusal';
import { missing } from '../checks/missing';
import { missingForType } from '../checks/missingForType';
import { wrongParam } from '../checks/wrongParam';

/** `location: {latitude, longitude, name?, address?}`; numbers, also written as text. */
export const location: CheckMessage = ({ location: value }) => {
  if (!isObject(value)) return missingForType('location');
  return firstRefusal(
    () => checkDegrees(value.latitude, "location['latitude']", 90),
    () => checkDegrees(value.longitude, "location['longitude']", 180),
    () => checkText(value.name, "location['name']", { max: 1000, optional: true }),
    () => checkText(value.address, "location['address']", { max: 1000, optional: true }),
  );
};

function checkDegrees(value: unknown, path: string, max: number): MetaRefusal | undefined {
  if (value === undefined || value === null || value === '') return missing(path);
  const degrees = typeof value === 'string' ? Number(value) : value;
  const isFine = typeof degrees === 'number' && Math.abs(degrees) <= max;
  return isFine ? undefined : wrongParam(path, `must be a number between -${max} and ${max}.`);
}
