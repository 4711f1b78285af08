import { SITTING_TEXT } from '@little-bench/shared/canteen/meals'
import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { Slip, SlipLine } from '../../ui/slip'
import type { DeliverySheet } from '../kitchen.api'
import { paperText } from '../paper.text'
import { dishesInWords } from './sheet-paper'

/** The round on paper, courtyard by courtyard. */
export const DeliveryPaper = ({ sheet }: { sheet: DeliverySheet }) => {
  const t = useText(paperText)
  const tSitting = useText(SITTING_TEXT)
  const { canteenName, sitting, on, courtyards } = sheet
  return (
    <Slip
      label={t('label')}
      title={t('deliverySheet', { canteen: canteenName, sitting: tSitting(sitting), day: dateInSentence(on) })}
    >
      {courtyards.flatMap(({ placeName, gridCellName, orders }) => [
        <SlipLine key={placeName}>{t('courtyard', { place: placeName, cell: gridCellName ?? '' })}</SlipLine>,
        ...orders.map(({ id, name, door, phone, dishes }) => (
          <SlipLine key={id}>
            {t('delivery', { name, door: door ?? '', phone: phone ?? '', dishes: dishesInWords(dishes) })}
          </SlipLine>
        )),
      ])}
    </Slip>
  )
}
