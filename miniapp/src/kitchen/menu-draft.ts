import { DISH_TAGS, type DishTag } from '@little-bench/shared/canteen/meals'
import type { LocalText } from '@little-bench/shared/kernel/language'
import { fenOf, typedYuan } from '../platform/money'
import type { KitchenSheet, KitchenSitting, MenuDish } from './kitchen.api'

/** A dish as it is typed. */
export interface DishRow {
  /** Of a dish that is on the menu already. */
  id?: string
  name: string
  /** The name as the server has it, in both languages. */
  written?: LocalText
  yuan: string
  portions: string
  tags: DishTag[]
}

export const newRow = (): DishRow => ({ name: '', yuan: '', portions: '', tags: [] })

/** The menu as it is, with all its portions: what is ordered already is among them. */
export const rowsOf = ({ dishes }: KitchenSitting, sheet: KitchenSheet): DishRow[] =>
  dishes.map(({ id, name, priceCents, portionsLeft, tags }) => {
    const dish = sheet.dishes.find((each) => each.id === id)
    return {
      id,
      name: dish?.written.zh ?? name,
      ...(dish && { written: dish.written }),
      yuan: typedYuan(priceCents),
      portions: String(dish?.portions ?? portionsLeft),
      tags: [...tags],
    }
  })

/** The dishes of another day as new ones. */
export const copiedRows = (sitting: KitchenSitting, sheet: KitchenSheet): DishRow[] =>
  rowsOf(sitting, sheet).map(({ id: _id, ...row }) => row)

export type RowPart = 'name' | 'yuan' | 'portions'

export const wrongIn = ({ name, yuan, portions }: DishRow): RowPart[] => [
  ...(name.trim() === '' ? (['name'] as const) : []),
  ...(fenOf(yuan) === undefined ? (['yuan'] as const) : []),
  ...(/^\d{1,4}$/.test(portions.trim()) ? [] : (['portions'] as const)),
]

/** As the contract takes it; undefined while a row is wrong. */
export const menuOf = (rows: readonly DishRow[]): MenuDish[] | undefined => {
  if (rows.some((row) => wrongIn(row).length > 0)) return undefined
  return rows.map(({ id, name, written, yuan, portions, tags }) => ({
    ...(id === undefined ? {} : { id }),
    // A name that was changed has no wording in the other language yet.
    name: written?.zh === name.trim() ? written : { zh: name.trim() },
    tags,
    priceCents: fenOf(yuan) ?? 0,
    portions: Number(portions),
  }))
}

/** As the phone keeps it until it is saved. */
export const rowsFrom = (kept: string): DishRow[] | undefined => {
  try {
    const found: unknown = JSON.parse(kept)
    return Array.isArray(found) ? found.filter(isRow) : undefined
  } catch {
    return undefined
  }
}

const isRow = (found: unknown): found is DishRow =>
  typeof found === 'object' &&
  found !== null &&
  ['name', 'yuan', 'portions'].every((field) => typeof Reflect.get(found, field) === 'string') &&
  Array.isArray(Reflect.get(found, 'tags')) &&
  tagsOf(found).every((tag) => DISH_TAGS.some((each) => each === tag))

const tagsOf = (found: object): unknown[] => {
  const tags: unknown = Reflect.get(found, 'tags')
  return Array.isArray(tags) ? tags : []
}
