/** Where the page's sources are, what else it depends on, and where the built page goes. */
export interface PagePlaces {
  source: string;
  dependsOn: string[];
  target: string;
}
