/** Behind "#/": where the manage page takes the picture that the popup hands it. */
export const drawRoute = 'add/draw'
