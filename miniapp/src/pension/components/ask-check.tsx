import type { Community } from '@little-bench/shared/communities/contract'
import { View } from '@tarojs/components'
import { placesOf } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import type { AskFields, AskStep } from '../ask-fields'
import styles from '../pension.module.scss'
import { askText } from '../visit.text'

interface AskCheckProps {
  community: Community
  fields: AskFields
  onChange: (step: AskStep) => void
}

/** What will be asked for, in the person's words; each part can be changed. */
export const AskCheck = ({ community, fields, onChange }: AskCheckProps) => {
  const t = useText(askText)
  const place = placesOf(community).find(({ id }) => id === fields.placeId)
  const changeTo = (step: AskStep, label: string) => (
    <Button kind='quiet' label={label} onPress={() => onChange(step)}>
      {t('change')}
    </Button>
  )
  const [door, note] = [fields.door.trim(), fields.note.trim()]
  return (
    <>
      <Card>
        <FactList
          facts={[
            {
              name: t('factWhy'),
              value: fields.reasons.map((reason) => t(reason)).join('、'),
              end: changeTo('why', t('changeWhy')),
            },
            {
              name: t('factWhere'),
              value: place?.name ?? t('registeredPlace'),
              end: changeTo('where', t('changeWhere')),
            },
            ...(door ? [{ name: t('factDoor'), value: door }] : []),
            ...(note ? [{ name: t('factNote'), value: note }] : []),
            ...(fields.needsInterpreter ? [{ name: t('factLanguage'), value: t('interpreter') }] : []),
          ]}
        />
      </Card>
      <View className={styles.line}>{t('whatNext')}</View>
    </>
  )
}
