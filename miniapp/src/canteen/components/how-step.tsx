import { FULFILMENT_TEXT, type Fulfilment } from '@little-bench/shared/canteen/meals'
import { View } from '@tarojs/components'
import { PlaceChoice, useMyPlaceId } from '../../communities'
import { type Translate, useText } from '../../platform/i18n/text'
import { yuanOf } from '../../platform/money'
import { ChoiceList } from '../../ui/choice-list'
import { TextInput } from '../../ui/text-input'
import styles from '../canteen.module.scss'
import { fulfilmentOf } from '../meal-draft'
import { orderText } from '../order.text'
import type { MealStepProps } from './order-form'

const DOOR_LENGTH = 60

/** Step 2: at the canteen, taken away or brought; for what is brought, to which door. */
export const HowStep = ({ draft, canteen, community, missing }: MealStepProps) => {
  const t = useText(orderText)
  const tWay = useText(FULFILMENT_TEXT)
  const myPlaceId = useMyPlaceId(community.id)
  const { fields, change } = draft
  const fulfilment = fulfilmentOf(fields, canteen)
  const choose = (way: Fulfilment) =>
    change((now) => ({
      fulfilment: way,
      addressId: now.addressId ?? (way === 'delivery' ? (myPlaceId ?? null) : null),
    }))
  return (
    <>
      <ChoiceList<Fulfilment>
        label={t('how')}
        isRequired
        error={missing.includes('fulfilment') ? t('howMissing') : undefined}
        choices={canteen.fulfilments.map((way) => ({ value: way, name: tWay(way), note: noteOf(way, canteen, t) }))}
        value={fulfilment ?? null}
        onChange={choose}
      />
      {fulfilment === 'delivery' && (
        <View className={styles.block}>
          <TextInput
            label={t('door')}
            hint={t('doorHint')}
            isRequired
            error={missing.includes('door') ? t('doorMissing') : undefined}
            value={fields.door}
            maxLength={DOOR_LENGTH}
            onChange={(door) => change({ door })}
          />
          <PlaceChoice
            label={t('courtyard')}
            isRequired
            error={missing.includes('address') ? t('courtyardMissing') : undefined}
            community={community}
            placeId={fields.addressId}
            onChoose={(addressId) => change({ addressId })}
          />
        </View>
      )}
      <TextInput
        label={t('note')}
        hint={t('noteHint')}
        value={fields.note}
        maxLength={DOOR_LENGTH}
        onChange={(note) => change({ note })}
      />
    </>
  )
}

const noteOf = (way: Fulfilment, { deliveryCents }: MealStepProps['canteen'], t: Translate<typeof orderText>) => {
  if (way !== 'delivery') return t(way)
  return deliveryCents > 0 ? t('deliveryNote', { fee: yuanOf(deliveryCents) }) : t('deliveryFree')
}
