import { AppError, THE_PRODUCT } from '@sr/kernel';
import type { Product } from '../product/product';
import { regions } from '../product/reference-data';
import type { DiaryDays } from './diary';
import { readScenario } from '../replay/scenario';
import { DEMO_FOLDER, readText, WrongDemo, type Manifest } from './manifest';
import { idOf, type Cast } from './people';
import type { PlayedNames } from './portfolio';

/** What a desk of the example is laid with: the product, its people and the names of what was played. */
export interface Setting {
  readonly product: Product;
  readonly manifest: Manifest;
  readonly names: PlayedNames;
  readonly cast: Cast;
  readonly days: DiaryDays;
}

/** The id of a plan by its name; throws `WrongDemo`. */
export function planIdOf({ names }: Setting, name: string): string {
  return idOf(names.plans, name, 'plan');
}

/** The supplier of a group of the example, which is one; throws `WrongDemo`. */
export function supplierOfGroup(manifest: Manifest, code: string): { kvkNumber: string; name: string } {
  const group = manifest.supplierGroups.find((each) => each.code === code);
  const supplier = group && readScenario(readText(DEMO_FOLDER, group.scenario)).scenario?.supplier;
  if (!supplier) throw new WrongDemo([`there is no supplier group ${code}`]);
  return supplier;
}

/** A contract by its number; throws `WrongDemo`. */
export async function contractNumbered(product: Product, number: string): Promise<{ id: string; version: number }> {
  const contract = await product.db.read(THE_PRODUCT, (reader) => product.contracts.contract(reader, number));
  if (!contract) throw new WrongDemo([`there is no contract ${number}`]);
  return contract;
}

/** The code of a labour market region by its name; throws `WrongDemo`. */
export function regionNamed(name: string): string {
  const region = regions.find((each) => each.name === name);
  if (!region) throw new WrongDemo([`there is no labour market region ${name}`]);
  return region.code;
}

/** Runs `work`; what the product refuses of it is a fault of the file that asked for it. */
export async function told<T>(where: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WrongDemo) throw new WrongDemo(error.lines.map((line) => `${where}: ${line}`));
    if (!(error instanceof AppError)) throw error;
    throw new WrongDemo(error.violations.map(({ message }) => `${where}: ${message}`));
  }
}
