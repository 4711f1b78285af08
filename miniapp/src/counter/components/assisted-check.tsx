import type { Community } from '@little-bench/shared/communities/contract'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import type { AssistedFields, ReadAssisted } from '../assisted-draft'
import { assistedText } from '../assisted-issue.text'
import styles from '../counter.module.scss'

interface AssistedCheckProps {
  who: string
  community: Community
  fields: AssistedFields
  read: ReadAssisted
}

/** Everything that will be sent, to be read to the person before it is. */
export const AssistedCheck = ({ who, community, fields, read }: AssistedCheckProps) => {
  const t = useText(assistedText)
  return (
    <View className={styles.block}>
      <Card tint='violet'>
        <View className={styles.strong}>{t('readBack')}</View>
        <FactList
          facts={[
            { name: t('factWho'), value: who },
            { name: t('factCategory'), value: read.category?.name },
            { name: t('factWords'), value: fields.words },
            { name: t('factPlace'), value: `${community.name} · ${read.place?.name ?? ''}` },
            { name: t('factVisibility'), value: t(read.visibility) },
            { name: t('factDeadline'), value: read.category?.deadline },
          ]}
        />
      </Card>
    </View>
  )
}
