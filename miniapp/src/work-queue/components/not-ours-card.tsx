import { View } from '@tarojs/components'
import { callPhone } from '../../platform/call-phone'
import { spokenDateTime } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import type { NotOursEntry } from '../desk.api'
import { followUpText } from '../follow-up.text'
import styles from './follow-up.module.scss'

interface NotOursCardProps {
  entry: NotOursEntry
  communityId: string
}

/** One entry: what it was, whom the resident was told to ask, and since when it is written down. */
export const NotOursCard = ({ entry, communityId }: NotOursCardProps) => {
  const t = useText(followUpText)
  const language = useDisplaySettings((settings) => settings.language)
  const { title, destination, phone, receiptNumber, registeredAt, workItemId } = entry
  return (
    <View className={styles.card} {...a11y({ role: 'listitem' })}>
      <Card>
        <View className={styles.title}>{title}</View>
        <FactList
          facts={[
            { name: t('destination'), value: destination },
            ...(phone ? [{ name: t('phone'), value: phone }] : []),
            { name: t('number'), value: receiptNumber },
            { name: t('registeredAt'), value: spokenDateTime(registeredAt, language) },
          ]}
        />
        <View className={styles.ways}>
          <Button kind='quiet' onPress={() => openPage('work-queue/pages/item/index', { communityId, id: workItemId })}>
            {t('openItem')}
          </Button>
          {phone && (
            <Button icon='phone' label={`${t('phone')} ${phone}`} onPress={() => callPhone(phone)}>
              {t('phone')}
            </Button>
          )}
        </View>
      </Card>
    </View>
  )
}
