/** Pictures of the guide, each what stands in the body of a document; `photo.jpg` is beside it. */
export const pictures = `<img src="photo.jpg" width="320" alt="Hall 3 from the south"/>
<svg viewBox="0 0 40 10" width="160" height="40" aria-hidden="true">
  <rect x="0" y="0" width="40" height="10" rx="2" fill="#17475e"/>
</svg>
<qr data="https://example.org/north-park" alt="QR code: page of the park"/>
<figure>
  <chart type="radial" center="The park" rings="10 20 30" ring-unit="min"
    alt="Travel times around the park: station 10 minutes, airport 25 minutes.">
    <datum label="Station" value="10" note="10 min by bus"/>
    <datum label="Airport" value="25" note="25 min by car"/>
    <datum label="Port" note="not stated"/>
  </chart>
  <figcaption>Travel times; directions are arbitrary.</figcaption>
</figure>
`;
