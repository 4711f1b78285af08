import Taro from '@tarojs/taro'

/** Asks the phone to ring this number; closing the phone's own question is no error. */
export const callPhone = (phoneNumber: string): void => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
