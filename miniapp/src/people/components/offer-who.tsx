import { RELATIONSHIP_TEXT, RELATIONSHIPS, type Relationship } from '@little-bench/shared/people/grants'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { ChoiceList } from '../../ui/choice-list'
import { offerText } from '../grants.text'
import { BY_CODE } from '../offer-fields'
import styles from '../people.module.scss'
import type { OfferPartProps } from './offer-form'

/** Step 1: a member of the household, or anybody who gets the code; and what they are to the person. */
export const OfferWho = ({ fields, onChange, members, hasTried }: OfferPartProps) => {
  const t = useText(offerText)
  const tWho = useText(RELATIONSHIP_TEXT)
  const isAlone = members.length === 0
  return (
    <>
      <ChoiceList<string>
        label={t('who')}
        isRequired
        error={hasTried && fields.who === null ? t('whoMissing') : undefined}
        choices={[
          ...members.map(({ id, name }) => ({ value: id, name, group: t('familyGroup') })),
          {
            value: BY_CODE,
            name: t(isAlone ? 'onlyByCode' : 'byCode'),
            note: t('byCodeNote'),
            ...(isAlone ? {} : { group: t('othersGroup') }),
          },
        ]}
        value={fields.who}
        onChange={(who) => onChange({ who })}
      />
      <View className={styles.block}>
        <ChoiceList<Relationship>
          label={t('relationship')}
          isRequired
          error={hasTried && fields.relationship === null ? t('relationshipMissing') : undefined}
          choices={RELATIONSHIPS.map((value) => ({ value, name: tWho(value) }))}
          value={fields.relationship}
          onChange={(relationship) => onChange({ relationship })}
        />
      </View>
    </>
  )
}
