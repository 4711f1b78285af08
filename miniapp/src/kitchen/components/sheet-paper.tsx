import { DISH_TAG_TEXT, FULFILMENT_TEXT, SITTING_TEXT } from '@little-bench/shared/canteen/meals'
import { dateInSentence, dateTimeInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { yuanOf } from '../../platform/money'
import { Slip, SlipLine } from '../../ui/slip'
import type { KitchenOrder, KitchenSheet } from '../kitchen.api'
import { paperText } from '../paper.text'

/** The list on paper, for a day without current: what to cook, and a box to tick for each name. */
export const SheetPaper = ({ sheet }: { sheet: KitchenSheet }) => {
  const t = useText(paperText)
  const tSitting = useText(SITTING_TEXT)
  const tTag = useText(DISH_TAG_TEXT)
  const { canteenName, sitting, on, at, dishes, tags, orders } = sheet
  const watched = tags.map(({ tag, portions }) => `${tTag(tag)}${portions}`).join('、')
  return (
    <Slip
      label={t('label')}
      title={t('sheet', { canteen: canteenName, sitting: tSitting(sitting), day: dateInSentence(on) })}
    >
      <SlipLine>{t('asOf', { at: dateTimeInSentence(at) })}</SlipLine>
      {dishes.map(({ id, name, ordered }) => (
        <SlipLine key={id}>{t('dish', { name, count: ordered })}</SlipLine>
      ))}
      {watched !== '' && <SlipLine>{t('watch', { tags: watched })}</SlipLine>}
      {orders
        .filter(({ state }) => state === 'booked' || state === 'served' || state === 'no_show')
        .map((order) => (
          <PaperOrder key={order.id} order={order} />
        ))}
    </Slip>
  )
}

const PaperOrder = ({ order }: { order: KitchenOrder }) => {
  const t = useText(paperText)
  const tWay = useText(FULFILMENT_TEXT)
  const { name, pickUpCode, fulfilment, dishes, dueCents, note } = order
  const line = t('order', { name, code: pickUpCode, way: tWay(fulfilment), dishes: dishesInWords(dishes) })
  const due = dueCents > 0 ? t('orderDue', { due: yuanOf(dueCents) }) : t('orderFree')
  return <SlipLine>{[line, due, note && t('orderNote', { note })].filter(Boolean).join('\n')}</SlipLine>
}

export const dishesInWords = (dishes: KitchenOrder['dishes']): string =>
  dishes.map(({ name, quantity }) => `${name}×${quantity}`).join('，')
