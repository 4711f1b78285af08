import { Text } from '@tarojs/components'
import { callPhone } from '../platform/call-phone'
import styles from './big-call.module.scss'
import { Icon } from './icon'
import { Pressable } from './pressable'

/** A number that is found with shaking hands: as large as it can be, and one tap rings. */
export const BigCall = ({ phone, name }: { phone: string; name: string }) => (
  <Pressable onPress={() => callPhone(phone)} className={styles.call}>
    <Icon name='phone' className={styles.icon} />
    <Text className={styles.number}>{phone}</Text>
    <Text className={styles.name}>{name}</Text>
  </Pressable>
)
