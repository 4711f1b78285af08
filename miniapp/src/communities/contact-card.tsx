import type { Contact } from '@little-bench/shared/communities/contract'
import { Text, View } from '@tarojs/components'
import { callPhone } from '../platform/call-phone'
import { useText } from '../platform/i18n/text'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { StatusChip } from '../ui/status-chip'
import { communityText } from './community.text'
import styles from './contact-card.module.scss'

interface ContactCardProps {
  contact: Contact
  /** Serves the grid cell where this person lives. */
  isMine?: boolean
  /** Name and number alone: the rest stands behind 「打电话找人」. */
  isShort?: boolean
}

/** Somebody to call: who, about what, when, and one tap to ring; a second number for when nobody answers. */
export const ContactCard = ({ contact, isMine = false, isShort = false }: ContactCardProps) => {
  const t = useText(communityText)
  const { name, about, hours, address, phone, backup, demo } = contact
  return (
    <Card>
      <View className={styles.head}>
        <Text className={styles.name}>{name}</Text>
        {isMine && <StatusChip word={t('mine')} tone='waiting' icon='home' />}
        {demo && <StatusChip word={t('demo')} tone='plain' icon='bench' />}
      </View>
      <View className={styles.about}>
        {!isShort && <View>{about}</View>}
        <View>{hours}</View>
        {!isShort && address !== null && <View>{address}</View>}
      </View>
      <Button icon='phone' isWide label={t('callLabel', { phone, name })} onPress={() => callPhone(phone)}>
        {phone}
      </Button>
      {backup && !isShort && (
        <>
          <View className={styles.backup}>{t('ifNobodyAnswers', { name: backup.name })}</View>
          <Button icon='phone' isWide label={t('callLabel', backup)} onPress={() => callPhone(backup.phone)}>
            {backup.phone}
          </Button>
        </>
      )}
    </Card>
  )
}
