import type { Attachments } from '@little-bench/shared/files/contract'
import { useQueryClient } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { fetchFile } from '../../platform/fetch-file'
import { useText } from '../../platform/i18n/text'
import { hideToast, showToast } from '../../ui/toast'
import { attachmentText } from '../attachment.text'
import { isForAnybody } from '../use-signed-file'
import type { PhotoViewing } from './photo-viewer.h5'

type PhotoList = Attachments['photos']

/** WeChat shows pictures itself, with two fingers and from side to side; it is handed what was fetched. */
export const usePhotoViewer = (photos: PhotoList): PhotoViewing => {
  const t = useText(attachmentText)
  const client = useQueryClient()
  const show = async (index: number) => {
    const urls = await Promise.all(photos.map(addressOf))
    await Taro.previewImage({ urls, current: urls[index] ?? '' })
  }
  return {
    open: (index) => {
      showToast(t('opening'))
      show(index).then(hideToast, () => {
        // A link may have run out; the next tap has the new one.
        void client.refetchQueries({ type: 'active' }, { cancelRefetch: false })
        showToast(t('tapAgain'))
      })
    },
    viewer: null,
  }
}

const addressOf = async ({ url }: PhotoList[number]) => (isForAnybody(url) ? API_BASE + url : await fetchFile(url))
