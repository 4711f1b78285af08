import { FULFILMENT_TEXT, SITTING_TEXT } from '@little-bench/shared/canteen/meals'
import { placesOf } from '../../communities'
import { clockInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { useSession } from '../../platform/session'
import { useNow } from '../../platform/use-now'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import { Section } from '../../ui/section'
import { canteenText } from '../canteen.text'
import { fulfilmentOf, onMenu } from '../meal-draft'
import { orderText } from '../order.text'
import { dayOfMeal } from '../sitting-words'
import type { MealStepProps } from './order-form'

/** Step 3: what will be ordered, in the person's words; each part can be changed. */
export const CheckStep = ({
  draft,
  canteen,
  sitting,
  community,
  onChange,
}: MealStepProps & { onChange: (step: number) => void }) => {
  const t = useText(orderText)
  const tDish = useText(canteenText)
  const tWay = useText(FULFILMENT_TEXT)
  const tSitting = useText(SITTING_TEXT)
  const actingFor = useSession((session) => session.actingFor)
  const now = useNow()
  const { fields } = draft
  const fulfilment = fulfilmentOf(fields, canteen)
  const place = placesOf(community).find(({ id }) => id === fields.addressId)
  const when = {
    day: dayOfMeal(sitting.on, now),
    start: clockInSentence(sitting.startsAt),
    end: clockInSentence(sitting.endsAt),
  }
  const how = fulfilment && tWay(fulfilment)
  const whereTo =
    fulfilment === 'delivery' ? t('deliverTo', { place: place?.name ?? '', door: fields.door }) : undefined
  const changeTo = (step: number, label: string) => (
    <Button kind='quiet' label={label} onPress={() => onChange(step)}>
      {t('change')}
    </Button>
  )
  const dishes = onMenu(fields, sitting)
    .map(({ name, quantity }) => tDish('dishTimes', { name, count: quantity }))
    .join('\n')
  return (
    <Section title={actingFor ? t('checkFor', actingFor) : t('check')}>
      <Card>
        <FactList
          facts={[
            { name: t('factDishes'), value: dishes, end: changeTo(1, t('changeDishes')) },
            { name: t('factWhen'), value: `${tSitting(sitting.sitting)} · ${t('when', when)}` },
            { name: t('factHow'), value: [how, whereTo].filter(Boolean).join('\n'), end: changeTo(2, t('changeHow')) },
            { name: t('factWhere'), value: `${canteen.name}\n${canteen.address}` },
            ...(fields.note.trim() ? [{ name: t('factNote'), value: fields.note.trim() }] : []),
          ]}
        />
      </Card>
    </Section>
  )
}
