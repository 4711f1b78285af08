/** The job that hands a picture to WeChat. */
export const CHECK_PICTURE = 'check-picture'

export interface PictureToCheck {
  communityId: string
  id: string
}
