import '@angular/compiler'
import { NgOtpInputComponent } from 'ng-otp-input'
import { drawn } from '../../angular.js'

export default drawn(
  '<ng-otp-input (onInputChange)="show($event)" [config]="{ length: 6 }" />',
  NgOtpInputComponent,
)
