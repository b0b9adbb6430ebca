/** The product's name: the one place it is written for people to read. */
export const productName = 'Sixpence'
