import type { Contact } from '@little-bench/shared/communities/contract'
import { Text, View } from '@tarojs/components'
import { callPhone } from '../platform/call-phone'
import { useText } from '../platform/i18n/text'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { StatusChip } from '../ui/status-chip'
import { communityText } from './community.text'
import styles from './contact-card.module.scss'

/** Somebody to call: who, about what, when, and one tap to ring. */
export const ContactCard = ({ contact }: { contact: Contact }) => {
  const t = useText(communityText)
  return (
    <Card>
      <View className={styles.head}>
        <Text className={styles.name}>{contact.name}</Text>
        {contact.demo && <StatusChip word={t('demo')} tone='plain' icon='bench' />}
      </View>
      <View className={styles.about}>
        {contact.about} · {contact.hours}
      </View>
      <Button
        icon='phone'
        isWide
        label={t('callLabel', { phone: contact.phone, name: contact.name })}
        onPress={() => callPhone(contact.phone)}
      >
        {contact.phone}
      </Button>
    </Card>
  )
}
