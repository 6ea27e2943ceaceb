import { useStore } from 'zustand';
import { BannerSurface } from '../../uikit/surfaces/BannerSurface';
import { useWorkspace } from '../../workspace/useWorkspace';

/** The banners that apps have opened. */
export function Banners() {
  const banners = useStore(useWorkspace().interactions.views, (views) => views.banners);
  return banners.map((banner) => <BannerSurface key={banner.view.id} open={banner} />);
}
